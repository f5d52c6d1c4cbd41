import { type App, type Session, session } from 'electron'
import { isLocal } from './local-address'

/** Chromium services that would use the network by themselves; none of them serves an offline reader. */
const DISABLED_FEATURES = [
  'AsyncDns',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'DnsOverHttps',
  'HappyEyeballsV3',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
  'Translate',
]

/** Must run before the application is ready. Name look-ups are dead, background services off. */
export function turnOffNetworkServices(app: App): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-features', DISABLED_FEATURES.join(','))
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'no-proxy-server',
    'disable-http-cache',
    'disable-gpu-shader-disk-cache',
  ]) {
    commandLine.appendSwitch(name)
  }
}

/** The one session of the application: in memory, so that nothing a page does reaches the disk. */
export function createSession(): Session {
  const own = session.fromPartition('colophon', { cache: false })
  own.setSpellCheckerEnabled(false)
  own.setSpellCheckerDictionaryDownloadURL('https://0.0.0.0/')
  own.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !isLocal(request.url) })
  })
  return own
}
