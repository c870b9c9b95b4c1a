import { buildInfo } from '../config/build-info.ts';
import { FleetStore } from './fleet-store.ts';

/** The one store of this page. */
export const fleetStore = new FleetStore(`${buildInfo.version} ${buildInfo.commit}`);
