import { client, settled } from '../../client/client'

/** Asks the shell to open an address: it shows the address, asks, and opens only https in the system's browser. */
export function openAddress(url: string): void {
  void settled(client.shell['open-external']({ url }))
}
