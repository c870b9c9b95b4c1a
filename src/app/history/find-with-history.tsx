import { FindScreen } from '../../features/find/find-screen.tsx';
import { useFormerAddresses } from './use-former-addresses.ts';

/** Find, with the addresses that this device has seen services lose. */
export function FindWithHistory() {
  return <FindScreen former={useFormerAddresses()} />;
}
