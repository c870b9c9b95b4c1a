import { call, say } from './api.js';
import { button, byId, options, table } from './dom.js';
import { clock, faults, login, mutations, places, subscriptionStates, tiers } from './levers.js';

let state;

async function refresh() {
  state = await call('GET', '/state');
  byId('now').textContent = state.now;
  byId('delay').value = String(state.settings.delayMs);
  options(
    byId('service'),
    state.services.map(one => [one.id, `${one.name} (${one.subscription})`]),
  );
  const subscriptions = state.subscriptions.map(one => [one.id, `${one.name}, ${one.state}`]);
  options(byId('subscription'), subscriptions);
  options(byId('fault-subscription'), [['', 'every request'], ...subscriptions]);
  showService();
  showFaults();
  await showLog();
}

function showService() {
  const service = chosenService();
  if (!service) return;
  const [, , subscription] = service.id.split('/');
  const own = id => id.split('/')[2] === subscription;
  options(
    byId('region'),
    service.regions.map(one => [one.location, one.location]),
  );
  options(byId('subnet'), [
    ['', 'none'],
    ...state.subnets.filter(own).map(id => [id, id.split('/').slice(-3).join(' ')]),
  ]);
  options(byId('public-ip'), [
    ['', 'managed by Azure'],
    ...state.publicIps.filter(own).map(id => [id, id.split('/').at(-1)]),
  ]);
  table(
    byId('addresses'),
    ['Region', 'Units', 'Zones', 'Public IPs', 'Private VIPs', 'Outbound', 'NAT', 'Gateway'],
    service.regions.map(one => [
      one.location,
      one.units,
      one.zones.join(', '),
      one.publicIPs.join(', '),
      one.privateIPs.join(', '),
      (one.outboundIPs ?? one.publicIPs).join(', '),
      one.nat ?? '',
      one.off ? 'off' : 'on',
    ]),
  );
}

function showFaults() {
  byId('active-faults').replaceChildren(
    ...state.faults.map(({ id, fault, hit }) => {
      const item = document.createElement('li');
      const off = act('Switch off', () => call('DELETE', `/faults/${id}`), 'Fault switched off.');
      off.setAttribute('aria-label', `Switch off ${fault.kind}`);
      item.append(`${JSON.stringify(fault)}, ${hit} touched `, off);
      return item;
    }),
  );
}

async function showLog() {
  const entries = await call('GET', '/log');
  table(
    byId('log'),
    ['Started', 'Status', 'ms', 'Method', 'Path', 'Faults'],
    entries
      .slice(-40)
      .reverse()
      .map(one => [
        new Date(one.started).toISOString().slice(11, 23),
        one.status,
        one.ended === null ? '' : one.ended - one.started,
        one.method,
        one.path,
        one.faults.join(', '),
      ]),
  );
}

const chosenService = () => state.services.find(one => one.id === byId('service').value);

function chosen() {
  const service = chosenService();
  return {
    service: service.id,
    regions: service.regions.map(one => one.location.toLowerCase().replaceAll(' ', '')),
    region: byId('region').value,
    subnet: byId('subnet').value,
    publicIp: byId('public-ip').value,
    place: byId('place').value,
    tier: byId('tier').value,
  };
}

function where() {
  const subscription = byId('fault-subscription').value;
  const path = byId('fault-path').value;
  const share = Number(byId('fault-share').value);
  const times = Number(byId('fault-times').value);
  return {
    ...(subscription ? { subscription } : {}),
    ...(path ? { path } : {}),
    ...(share < 1 ? { share } : {}),
    ...(times > 0 ? { times } : {}),
  };
}

/** A button whose work is said in the status line; a refusal is said by `call`. */
function act(label, work, done = `${label}: done.`) {
  return button(label, async () => {
    try {
      await work();
      await refresh();
      say(done);
    } catch (error) {
      say(`${label}: ${error.message}`);
    }
  });
}

function build() {
  options(
    byId('place'),
    places.map(place => [place, place]),
  );
  options(
    byId('tier'),
    tiers.map(tier => [tier, tier]),
  );
  byId('mutations').append(
    ...mutations.map(([label, make]) => act(label, () => call('POST', '/mutations', make(chosen())))),
  );
  byId('subscription-states').append(
    ...subscriptionStates.map(name =>
      act(name, () =>
        call('POST', '/mutations', {
          kind: 'set-subscription-state',
          subscription: byId('subscription').value,
          state: name,
        }),
      ),
    ),
  );
  byId('faults').append(
    ...faults.map(([label, fault]) => act(label, () => call('POST', '/faults', { ...fault, ...where() }))),
  );
  byId('login').append(
    ...login.map(([label, lever, body]) =>
      act(label, () => call('POST', `/${lever}`, body, state.loginOrigin)),
    ),
  );
  byId('clock').append(
    ...clock.map(([label, offsetMs]) => act(label, () => call('POST', '/clock', { offsetMs }))),
  );
  byId('set-delay').replaceWith(
    act('Set the delay', () => call('POST', '/settings', { delayMs: Number(byId('delay').value) })),
  );
  byId('clear-faults').replaceWith(act('Switch all faults off', () => call('DELETE', '/faults')));
  byId('reset').replaceWith(act('Reset everything', () => call('POST', '/reset', {})));
  byId('service').addEventListener('change', showService);
}

build();
await refresh();
