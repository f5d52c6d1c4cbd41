import { type App, type Session, session } from 'electron'
import { APP_ORIGIN } from '../ipc/trusted-sender'
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

/**
 * Where the spell checker would fetch a dictionary: an address of our own scheme, for which the network service has no
 * loader. An https address would do no harm either, but asking for it makes Chromium probe whether IPv6 works.
 */
const NO_DICTIONARY = `${APP_ORIGIN}/no-dictionary/`

/** Must run before the application is ready. Name look-ups are dead, background services off. */
export function turnOffNetworkServices(app: App): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-features', DISABLED_FEATURES.join(','))
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
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

/** Takes the network from a session: every request that is not for our own page is cancelled, no dictionary is fetched. */
export function takeNetwork(from: Session): void {
  // Spell checking without a language has nothing to download, even in the moment before it is switched off.
  from.setSpellCheckerLanguages([])
  from.setSpellCheckerEnabled(false)
  from.setSpellCheckerDictionaryDownloadURL(NO_DICTIONARY)
  from.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !isLocal(request.url) })
  })
}

/** The one session of the application: in memory, so that nothing a page does reaches the disk. */
export function createSession(): Session {
  return session.fromPartition('colophon', { cache: false })
}
