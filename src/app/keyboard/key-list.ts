/** What each key does, by place; the sheet shows all of them. */
export type KeyGroup = {
  readonly place: string;
  /** Alternatives are several lists of keys that are pressed together. */
  readonly keys: readonly (readonly [what: string, ...alternatives: (readonly string[])[]])[];
};

/** `command` is the name of the key that leads commands on this system. */
export function keyGroups(command: string): readonly KeyGroup[] {
  return [
    {
      place: 'Everywhere',
      keys: [
        ['Find an address, host, service or id', ['/']],
        ['Commands: go to a service, switch tenant or theme, refresh, export', [command, 'K']],
        ['This sheet', ['?']],
        ['Close what is open', ['Esc']],
      ],
    },
    {
      place: 'Fleet',
      keys: [
        ['Move through rows and cells', ['↑'], ['↓'], ['←'], ['→']],
        ['A page of rows', ['Page up'], ['Page down']],
        ['First or last cell of the row', ['Home'], ['End']],
        ['First or last row', [command, 'Home'], [command, 'End']],
        ['Open the service', ['Enter']],
        ['Select the row', ['Space']],
        ['Copy the cell', ['C']],
      ],
    },
    {
      place: 'Service',
      keys: [
        ['From tab to tab, then open', ['←'], ['→'], ['Enter']],
        ['Move through the addresses', ['↑'], ['↓'], ['←'], ['→']],
        ['Copy the address', ['C']],
      ],
    },
    {
      place: 'Find',
      keys: [
        ['To the first answer', ['Enter']],
        ['From answer to answer', ['↑'], ['↓']],
        ['Begin another line', ['Shift', 'Enter']],
        ['Clear the box', ['Esc']],
      ],
    },
  ];
}
