/** Lines of the list by what they are planted as: `text`, and what the page must say of it. */
const planted: ReadonlyMap<number, readonly [text: string, verdict: string]> = new Map([
  [17, ['203.0.113.7/32', 'Stale: West Europe until DATE, public IP resource changed']],
  [30, ['203.0.113.74', 'Covered: North Europe, outbound IP, contoso-api-prod']],
  [52, ['203.0.113.61', 'Stale: North Europe, last seen DATE, public IP resource changed']],
  [71, ['192.0.2.40/31', 'Covered: East US, NAT gateway, contoso-api-prod']],
  [90, ['198.51.100.0/27', 'Wider: covers 1 that you need, 31 others, needed: 198.51.100.24']],
  [111, ['198.51.100.20', 'Stale: Germany West Central until DATE, public IP resource changed']],
  [128, ['10.20.1.5', 'Not needed: private VIP, never seen from outside, contoso-api-prod']],
  [150, ['permit tcp host 203.0.113.130 any eq 443', 'Not needed: contoso-mobile, not chosen']],
  [171, ['203.0.113.999', 'No address: not a valid address']],
]);

/** A rule list of 200 lines: every tenth is a comment, the planted ones, and addresses of nobody known here. */
export function plantedList(): {
  readonly text: string;
  /** What the page must say, `line: verdict`; a date is `DATE`, as the sandbox's story moves with the clock. */
  readonly expected: readonly string[];
  readonly foreign: number;
} {
  const lines: string[] = [];
  const expected: string[] = [];
  let foreign = 0;
  for (let line = 1; line <= 200; line++) {
    const [text, verdict] = planted.get(line) ?? [];
    if (text !== undefined) {
      lines.push(text);
      expected.push(`${line}: ${verdict}`);
    } else if (line % 20 === 1) {
      lines.push(`# block ${line}`);
    } else {
      lines.push(`100.70.${line}.${line % 7}`);
      expected.push(`${line}: Unknown: no service you can read`);
      foreign++;
    }
  }
  return { text: `${lines.join('\n')}\n`, expected, foreign };
}
