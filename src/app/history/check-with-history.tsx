import { CheckScreen } from '../../features/check/check-screen.tsx';
import { useFormerAddresses } from './use-former-addresses.ts';

/** The allowlist check, with the addresses that this device has seen services lose. */
export function CheckWithHistory() {
  return <CheckScreen former={useFormerAddresses()} />;
}
