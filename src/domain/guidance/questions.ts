import type { Entry, ServiceGuidance } from './contract.ts';
import { docs } from './docs.ts';
import { noticeOf } from './notices.ts';
import { type Purpose, purposes } from './purpose.ts';
import { type Situation, situationOf, usesVnet } from './situation.ts';

export type QuestionId = 'clients' | 'internet-back-ends' | 'private-back-ends' | 'management' | 'dns';

/** What a reader wants to allow, with the short answer of this service. */
export type Question = {
  readonly id: QuestionId;
  readonly label: string;
  /** Kind and number of the answer: `3 subnet ranges`, `shared ranges`, `not known`. */
  readonly hint: string;
  /** One sentence that answers, or says why there is no answer. */
  readonly heading: string;
  readonly explanation: string;
  /** What would change the answer. */
  readonly whatChanges: string;
  readonly docs: string;
  /** The purposes of the contract that belong to it. */
  readonly purposes: readonly Purpose[];
};

const labels: Readonly<Record<QuestionId, string>> = {
  clients: 'Clients to the service',
  'internet-back-ends': 'Service to internet back ends',
  'private-back-ends': 'Service to private back ends',
  management: 'Azure management',
  dns: 'DNS records',
};

const ids: readonly QuestionId[] = [
  'clients',
  'internet-back-ends',
  'private-back-ends',
  'management',
  'dns',
];

/** The question that a purpose of the contract belongs to: the three kinds of subnet rule are one question. */
export function questionOf(purpose: Purpose): QuestionId {
  return purpose === 'load-balancer' || purpose === 'traffic-manager' ? 'management' : purpose;
}

/** The five questions in their order, answered for one service. */
export function questionsFor(guidance: ServiceGuidance): readonly Question[] {
  const situation = situationOf(guidance);
  return ids.map(id => {
    const own = purposes.filter(purpose => questionOf(purpose) === id);
    const entries = guidance.entries.filter(({ purpose }) => own.includes(purpose));
    const unknown = guidance.unknown.filter(({ purpose }) => own.includes(purpose));
    const words =
      entries.length > 0
        ? answered(id, entries, situation)
        : unknown.length > 0
          ? notKnown(unknown.map(({ code }) => noticeOf(code).title))
          : notAsked(id, guidance, situation);
    return {
      id,
      label: labels[id],
      whatChanges: entries.length > 0 ? whatChanges(id, situation) : '',
      docs: entries[0]?.docs ?? (unknown[0] ? noticeOf(unknown[0].code).docs : docs.addresses),
      purposes: own,
      ...words,
    };
  });
}

type Words = Pick<Question, 'hint' | 'heading' | 'explanation'>;

function answered(id: QuestionId, entries: readonly Entry[], situation: Situation): Words {
  const count = new Set(entries.map(({ name, value }) => name ?? value)).size;
  const hosts = entries.filter(({ kind }) => kind === 'hostName').length === entries.length;
  switch (id) {
    case 'clients':
      if (hosts) {
        return {
          hint: 'host name only',
          heading: 'Allow the host name, not an address.',
          explanation:
            'Microsoft promises no address on this tier, so a rule by address would break without notice.',
        };
      }
      return clientWords(entries, count);
    case 'internet-back-ends':
      return situation === 'shared'
        ? {
            hint: 'shared ranges',
            heading: 'This service has no address of its own.',
            explanation:
              'It runs on shared machines. The narrowest thing that Microsoft documents is the range of the whole Azure region.',
          }
        : {
            hint: counted(count, 'outbound IP'),
            heading: 'Allow the outbound addresses of each region.',
            explanation: 'An internet back end sees the public addresses that the service sends from.',
          };
    case 'private-back-ends':
      return {
        hint: counted(count, 'subnet range'),
        heading: 'Allow the whole subnet range of each region.',
        explanation:
          'A private back end may see any address of the subnet, so one address of it is not enough.',
      };
    case 'management':
      return {
        hint: counted(count, 'service tag'),
        heading: 'Let Azure reach the subnet of the service.',
        explanation: 'These rules belong into the network security group of every region’s subnet.',
      };
    case 'dns':
      return {
        hint: counted(count, 'name'),
        heading: 'Point these names at the private VIPs.',
        explanation:
          'In Internal mode no name of the service is in public DNS, and the gateway answers to names alone.',
      };
  }
}

function clientWords(entries: readonly Entry[], count: number): Words {
  if (entries.some(({ from }) => from === 'privateEndpoint.networkInterface')) {
    return {
      hint: counted(count, 'private endpoint address', 'private endpoint addresses'),
      heading: 'Allow the private endpoints.',
      explanation: 'Public network access is off, so clients connect through private endpoints alone.',
    };
  }
  if (entries.some(({ from }) => from === 'privateIPAddresses')) {
    const vips = new Set(entries.filter(({ kind }) => kind === 'cidr').map(({ value }) => value)).size;
    const injected = entries.some(({ kind }) => kind === 'hostName');
    return {
      hint: injected ? `host name, ${counted(vips, 'private VIP')}` : counted(vips, 'private VIP'),
      heading: injected ? 'Use the host name inside your network.' : 'Allow the private VIP of each region.',
      explanation: injected
        ? 'The gateway answers at a private address that Azure reports and may assign anew.'
        : 'Clients inside the network connect to it. The public IP serves no client in this mode.',
    };
  }
  return {
    hint: counted(count, 'public IP'),
    heading: 'Allow the public IP of each region.',
    explanation: 'Clients connect to it, and it belongs to this service alone.',
  };
}

function notKnown(titles: readonly string[]): Words {
  const reasons = [...new Set(titles)].join('; ');
  return {
    hint: 'not known',
    heading: 'There is no safe answer.',
    explanation: `${reasons}. A rule would be a guess, so none is given.`,
  };
}

function notAsked(id: QuestionId, { warnings }: ServiceGuidance, situation: Situation): Words {
  const has = (code: string) => warnings.some(warning => warning.code === code);
  if (id === 'management') {
    return {
      hint: 'no rule documented',
      heading: 'Azure needs no rule of yours.',
      explanation: 'Microsoft documents no rule for managing a service of this tier and VNet mode.',
    };
  }
  if (id === 'dns') {
    return {
      hint: 'public DNS',
      heading: 'Azure keeps the names in public DNS.',
      explanation: 'Records of your own are needed in Internal mode alone.',
    };
  }
  if (id === 'private-back-ends' && !usesVnet(situation)) {
    return {
      hint: 'not without a VNet',
      heading: 'The service is in no network.',
      explanation: 'Without a VNet it cannot reach private back ends.',
    };
  }
  return id === 'clients' && has('no-approved-private-endpoint')
    ? {
        hint: 'none can connect',
        heading: 'No client can connect.',
        explanation: noticeOf('no-approved-private-endpoint').text,
      }
    : { hint: 'gateway off', heading: 'The gateway is off.', explanation: noticeOf('gateway-off').text };
}

function whatChanges(id: QuestionId, situation: Situation): string {
  if (id === 'private-back-ends') {
    return 'Moving a region to another subnet, or adding or removing a region. New units take addresses of the same range.';
  }
  if (id === 'management') return 'Microsoft keeps the tags up to date; the rules stay.';
  if (situation === 'shared' || situation.startsWith('v2-')) {
    return id === 'internet-back-ends'
      ? 'Microsoft changes the ranges of the region as it grows, often weekly.'
      : '';
  }
  return 'Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.';
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
