import type { ServiceGuidance } from '../guidance/contract.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { guide, internal, internalNeu, readable } from '../guidance/sample-answers.ts';
import { sampleHostName, sampleNetwork, sampleRegion } from '../guidance/samples.ts';
import { ruleText } from './rule-text.ts';
import type { RuleFormat, RuleText, RuleTextInput } from './types.ts';

/** An Internal service in two regions, the second with an IPv6 range as well. */
export const inNetwork: ServiceGuidance = guide(
  {
    vnetMode: 'Internal',
    regions: [internal, internalNeu],
    hostNames: [sampleHostName('Scm', 'contoso.scm.azure-api.net')],
  },
  readable,
);

/** A Consumption service whose region's tag was read. */
export const onShared: ServiceGuidance = guide(
  {
    tier: 'Consumption',
    name: 'events',
    id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.ApiManagement/service/events',
    hostNames: [sampleHostName('Proxy', 'events.azure-api.net')],
  },
  sampleNetwork({
    serviceTags: [
      {
        name: 'AzureCloud.westeurope',
        changeNumber: '218',
        prefixes: ['13.69.0.0/17', '2603:1020:200::/46'],
      },
    ],
  }),
);

/** A classic service without a network. */
export const onPublicIp: ServiceGuidance = guide({
  tier: 'Basic',
  name: 'orders',
  id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.ApiManagement/service/orders',
  regions: [sampleRegion({ outboundPublicIPAddresses: ['198.51.100.4/31', '203.0.113.7'] })],
});

/** The same guidance under a name and with texts that try to break out of every format. */
export function hostile(guidance: ServiceGuidance): ServiceGuidance {
  return {
    ...guidance,
    id: `${guidance.id}'";$(reboot)`,
    name: evil,
    tier: evil,
    vnetMode: evil,
    warnings: [{ code: 'subscription-state', text: evil }],
    unknown: [{ code: 'egress-routed', purpose: 'private-back-ends', region: evil, text: evil }],
  };
}

/** Quotes, comment marks, line breaks and interpolations of every language that rules are written in. */
export const evil = [
  "=cmd|' /C calc'!A0",
  '\n"; $(touch /tmp/rule-text-owned) `touch /tmp/rule-text-owned` $',
  "{x} %{if true} \\ '; touch /tmp/rule-text-owned; #",
  '\r\n}\n]\u2028*/ // -->\n,",',
].join('');

/** The answer of a format; every purpose, unless said otherwise. */
export function textOf(
  format: RuleFormat,
  input: Partial<RuleTextInput> & Pick<RuleTextInput, 'services'>,
): RuleText {
  return ruleText(format, { generatedAt: '2026-11-22T10:00:00Z', ...input });
}

/** The text of a format that can hold the answer. */
export function writtenBy(
  format: RuleFormat,
  services: readonly ServiceGuidance[],
  purposes?: readonly Purpose[],
  rest: Partial<RuleTextInput> = {},
): string {
  const answer = textOf(format, { services, ...(purposes ? { purposes } : {}), ...rest });
  if (answer.kind !== 'text') throw new Error(answer.reason);
  return answer.text;
}
