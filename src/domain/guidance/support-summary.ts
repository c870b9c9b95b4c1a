import { type NetworkFacts, noNetworkFacts } from '../network-facts.ts';
import { regionLabel } from '../region.ts';
import type { Service } from '../service.ts';
import { statusOf } from '../status.ts';
import { tierLabel } from '../tier.ts';
import { vnetModeQualifier } from '../vnet-mode.ts';
import { addressRoles, type RegionRoles, type RoleCell } from './address-roles.ts';
import { type RoleHeads, roleHeads } from './role-words.ts';
import { utcText } from './utc.ts';

export type SupportInput = {
  readonly service: Service;
  readonly network?: NetworkFacts;
  /** Verbatim; null where it could not be read. */
  readonly subscriptionState: string | null;
  /** The sentence of the network status tab; null where it was not asked for. */
  readonly networkVerdict: string | null;
  /** ISO instant at which ARM gave the service. */
  readonly asOf: string;
  /** Of the calls behind the summary, so that Azure support can find them. */
  readonly correlationIds: readonly string[];
  /** Address of the page of the service; null where there is none. */
  readonly link: string | null;
};

/**
 * What support staff need to know of a service, as lines of text or as Markdown. It holds what Azure says of the
 * resource and nothing of people: no account, no tags, no names of who changed what.
 */
export function supportSummary(input: SupportInput, format: 'plain' | 'markdown'): string {
  return format === 'plain' ? plain(input) : markdown(input);
}

function plain(input: SupportInput): string {
  const heads = roleHeads(input.service);
  const width = Math.max(...facts(input).map(([label]) => label.length));
  return [
    oneLine(input.service.name),
    ...facts(input).map(([label, value]) => `${label.padEnd(width)}  ${value}`),
    ...addressRoles(input.service, input.network ?? noNetworkFacts).flatMap(row => [
      '',
      regionHead(input.service, row),
      ...roles(row, heads).map(([label, words]) => `  ${label}: ${words}`),
      ...construction(row).map(([label, value]) => `  ${label}: ${value}`),
      ...row.warnings.map(({ text }) => `  Note: ${oneLine(text)}`),
    ]),
    '',
  ].join('\n');
}

function markdown(input: SupportInput): string {
  const heads = roleHeads(input.service);
  return [
    `### ${escaped(input.service.name)}`,
    '',
    '| | |',
    '| --- | --- |',
    ...facts(input).map(([label, value]) => `| ${label} | ${escaped(value)} |`),
    ...addressRoles(input.service, input.network ?? noNetworkFacts).flatMap(row => [
      '',
      `#### ${escaped(regionHead(input.service, row))}`,
      '',
      '| | |',
      '| --- | --- |',
      ...roles(row, heads).map(([label, words]) => `| ${label} | ${escaped(words)} |`),
      ...construction(row).map(([label, value]) => `| ${label} | ${escaped(value)} |`),
      ...row.warnings.map(({ text }) => `| Note | ${escaped(text)} |`),
    ]),
    '',
  ].join('\n');
}

type Line = readonly [label: string, value: string];

function facts(input: SupportInput): readonly Line[] {
  const { service, subscriptionState, networkVerdict, asOf, correlationIds, link } = input;
  const qualifier = vnetModeQualifier(service.tier, service.vnetMode);
  const units = service.units === null ? '' : `, ${service.units} ${service.units === 1 ? 'unit' : 'units'}`;
  const platforms = [...new Set(service.regions.map(region => region.platformVersion ?? 'not reported'))];
  const lines: readonly Line[] = [
    ['Id', service.id],
    ...(link === null ? [] : [['Page', link] as const]),
    ['Tier', `${tierLabel(service.tier)}${units}`],
    ['VNet mode', `${service.vnetMode}${qualifier ? ` (${qualifier})` : ''}`],
    ['Status', `${statusOf(service.provisioningState).word} (provisioning)`],
    ['Public network access', service.publicNetworkAccess ?? 'not reported'],
    ['Subscription state', subscriptionState ?? 'not read'],
    ['Platform', platforms.join(', ') || 'not reported'],
    ['Network', networkVerdict ?? 'not checked'],
    ['As of', utcText(asOf)],
    ['Correlation ids', [...new Set(correlationIds)].join(', ') || 'none'],
  ];
  return lines.map(([label, value]) => [label, oneLine(value)]);
}

/** Zones are chosen in the Premium tier alone. */
function regionHead({ tier }: Service, { region }: RegionRoles): string {
  return [
    oneLine(regionLabel(region.displayName)) + (region.primary ? ' (primary)' : ''),
    ...(region.units === null ? [] : [`${region.units} ${region.units === 1 ? 'unit' : 'units'}`]),
    ...(region.zones.length > 0
      ? [`zones ${oneLine(region.zones.join(', '))}`]
      : tier.toLowerCase() === 'premium'
        ? ['zones not chosen']
        : []),
    ...(region.gatewayDisabled ? ['gateway off'] : []),
  ].join(', ');
}

function roles(row: RegionRoles, heads: RoleHeads): readonly Line[] {
  return [
    said(heads.clients, row.clients),
    said(heads.internetBackEnds, row.internetBackEnds),
    said(heads.privateBackEnds, row.privateBackEnds),
    said(heads.management, row.management),
  ];
}

/** A note that only repeats the term of its head is left out. */
function said({ title, term }: RoleHeads['clients'], cell: RoleCell): Line {
  const words = cellWords(cell);
  const repeated = ` (${oneLine(term)})`;
  return [`${title} (${term})`, words.endsWith(repeated) ? words.slice(0, -repeated.length) : words];
}

function construction({ region }: RegionRoles): readonly Line[] {
  const listed = (values: readonly string[]) => oneLine(values.join(', ')) || 'not reported';
  return [
    ['Reported public IPs', listed(region.publicIPAddresses)],
    ['Reported private VIPs', listed(region.privateIPAddresses)],
    ['Reported outbound IPs', listed(region.outboundPublicIPAddresses)],
    ['Subnet', region.subnetId === null ? 'none' : oneLine(region.subnetId)],
    [
      'Public IP resource',
      region.publicIpAddressId === null ? 'managed by Azure' : oneLine(region.publicIpAddressId),
    ],
    ['NAT gateway', oneLine(region.natGatewayState ?? 'not reported')],
  ];
}

function cellWords(cell: RoleCell): string {
  switch (cell.kind) {
    case 'addresses':
    case 'host-names':
      return oneLine(`${cell.values.join(', ')} (${cell.note})`);
    case 'reported-not-dedicated':
      return oneLine(`${cell.values.join(', ')} (reported, not dedicated; ${cell.note})`);
    case 'shared':
      return oneLine(`shared, ${cell.note}`);
    case 'none':
      return oneLine(`none (${cell.note})`);
    case 'unknown':
      return oneLine(`not known. ${cell.why}`);
  }
}

/** Names come from Azure; a line break in one must not make a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Markdown without markup: everything that could open a link, an image, a tag or a cell is escaped. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>()#!|~&@]/g, match => `\\${match}`);
}
