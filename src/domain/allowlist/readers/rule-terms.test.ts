import { describe, expect, it } from 'vitest';
import { entriesOf } from './testing.ts';

const place = '"203.0.113.7" = range 203.0.113.7';

/** What is said of the source of a rule that is written in JSON. */
const said = (rule: string) =>
  entriesOf(`{${rule}, "sourceAddressPrefix": "203.0.113.7"}`).map(entry =>
    entry.replace(`1: ${place} `, '').replace(/ in \d/, ''),
  );

describe('a rule', () => {
  it.each([
    ['"access": "Deny"', 'deny source #100000'],
    ['"action": "Block"', 'deny source #100000'],
    ['"effect": "deny"', 'deny source #100000'],
    ['"access": "Allow"', 'allow source #100000'],
    ['"action": {"type": "Deny"}', 'deny source #100000'],
    ['"action": {"type": "Allow"}', 'allow source #100000'],
    ['"direction": "INBOUND"', 'allow source #100000'],
    ['"direction": "sideways"', 'allow source #100000'],
    ['"protocol": "Tcp"', 'allow source by tcp #100000'],
    ['"ipProtocol": "UDP"', 'allow source by udp #100000'],
    ['"ip_protocol": "-1"', 'allow source #100000'],
    ['"protocol": "*"', 'allow source #100000'],
    ['"protocol": "Any"', 'allow source #100000'],
    ['"protocol": "all"', 'allow source #100000'],
    ['"protocol": "allied"', 'allow source by allied #100000'],
    ['"protocol": "small"', 'allow source by small #100000'],
    ['"destinationPortRange": "443"', 'allow source 443-443 #100000'],
    ['"destination_port_ranges": ["443", "80-90"]', 'allow source 443-443+80-90 #100000'],
    ['"destinationPorts": ["443"]', 'allow source 443-443 #100000'],
    [
      '"destinationPortRange": 443, "destinationPortRanges": ["80,81"]',
      'allow source 443-443+80-80+81-81 #100000',
    ],
    ['"destinationPortRange": "*"', 'allow source #100000'],
    ['"priority": 100', 'allow source #100'],
    ['"priority": "100"', 'allow source #100'],
    ['"priority": "x100"', 'allow source #100000'],
    ['"priority": "100x"', 'allow source #100000'],
    ['"network_security_group_name": "hub"', 'allow source #100000 @hub'],
    ['"enabled": false', 'allow source #100000 the rule is disabled'],
    ['"enabled": true', 'allow source #100000'],
  ])('with %s', (rule, expected) => expect(said(rule)).toEqual([expected]));

  it('decides by its source where it is inbound, and by its destination where it is outbound', () => {
    const both = (direction: string) =>
      entriesOf(
        `{"direction": "${direction}", "sourceAddressPrefix": "10.0.0.1", "destinationAddressPrefix": "10.0.0.2"}`,
      );
    const source = '1: "10.0.0.1" = range 10.0.0.1 allow source #100000 in 0';
    const destination = '1: "10.0.0.2" = range 10.0.0.2 allow destination #100000 in 0';
    expect(both('Inbound')).toEqual([source]);
    expect(both('Outbound')).toEqual([destination]);
    expect(both('')).toEqual([source, destination]);
  });

  it.each(['direction', 'sourceAddressPrefixes', 'sourceAddresses', 'destinationAddressPrefix'])(
    'is what has a member %s',
    key =>
      expect(entriesOf(`{"${key}": "Inbound", "note": "203.0.113.7"}`).at(-1)).toBe(
        `1: ${place} allow #100000 in 0`,
      ),
  );

  it('adds to what the rules around it say', () => {
    const outer = [
      '"access": "Deny"',
      '"direction": "Outbound"',
      '"protocol": "Tcp"',
      '"destinationPorts": ["443"]',
      '"networkSecurityGroupName": "hub"',
      '"enabled": false',
      '"priority": 7',
    ].join(', ');
    const inner = (rule: string) =>
      entriesOf(`{${outer}, "rules": [{"effect": ${rule}, "destinationAddressPrefix": "203.0.113.7"}]}`);
    expect(inner('null')).toEqual([
      `1: ${place} deny destination by tcp 443-443 #100001 @hub in 1 the rule is disabled`,
    ]);
    expect(
      inner('"Allow", "protocol": "Udp", "destinationPortRange": "53", "priority": 8, "enabled": true'),
    ).toEqual([`1: ${place} allow destination by udp 53-53 #8 @hub in 1 the rule is disabled`]);
  });

  it('is counted after those with a priority, in the order of the text', () =>
    expect(entriesOf('[{"access": "Allow", "a": "10.0.0.1"}, {"access": "Allow", "a": "10.0.0.2"}]')).toEqual(
      [
        '1: "10.0.0.1" = range 10.0.0.1 allow #100000 in 0',
        '1: "10.0.0.2" = range 10.0.0.2 allow #100001 in 0',
      ],
    ));

  it('in the shape of ARM is what its properties say', () =>
    expect(
      entriesOf('{"name": "x", "properties": {"access": "Deny", "sourceAddressPrefix": "203.0.113.7"}}'),
    ).toEqual([`1: ${place} deny source #100000 in 0`]));
});
