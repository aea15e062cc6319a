import type { DeviceRules, RosterEntry } from '../../model/published-roster.ts';
import type { ConnectRequest } from './connect-request.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The device as far as Client VPN describes it: certificate, platform, client version. */
export function deviceRefusal(
  request: ConnectRequest,
  rules: DeviceRules,
  entry: RosterEntry,
): Refusal | undefined {
  if (entry.devices && !entry.devices.includes(request['common-name']))
    return refuse('DEVICE', 'This device certificate is not registered for you.');
  if (rules.platforms !== 'any' && !rules.platforms.includes(request.platform.toLowerCase()))
    return refuse('DEVICE', `Devices with ${request.platform || 'an unnamed platform'} are not admitted.`);
  const { minimumClientVersion } = rules;
  if (minimumClientVersion && !isAtLeast(request['client-openvpn-version'], minimumClientVersion))
    return refuse('DEVICE', `Your VPN client is older than ${minimumClientVersion}, or does not say.`);
  return undefined;
}

/** Compares dotted numbers; what is not dotted numbers is too old. */
function isAtLeast(version: string | undefined, minimum: string): boolean {
  if (!version || !/^\d+(\.\d+)*$/.test(version)) return false;
  const [got, wanted] = [version, minimum].map((text) => text.split('.').map(Number));
  for (const [index, part] of (wanted ?? []).entries()) {
    const mine = got?.[index] ?? 0;
    if (mine !== part) return mine > part;
  }
  return true;
}
