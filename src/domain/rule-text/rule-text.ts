import { bicepText } from './bicep.ts';
import { csvText } from './csv.ts';
import { ipGroupText } from './ip-group.ts';
import { jsonText } from './json.ts';
import { nsgText } from './nsg.ts';
import { plainText } from './plain.ts';
import { terraformText } from './terraform.ts';
import type { RuleFormat, RuleText, RuleTextInput } from './types.ts';

/** In the order of the tabs, with what each is called on screen. */
export const ruleFormats: readonly { readonly id: RuleFormat; readonly label: string }[] = [
  { id: 'nsg', label: 'NSG (az)' },
  { id: 'bicep', label: 'Bicep' },
  { id: 'terraform', label: 'Terraform' },
  { id: 'ip-group', label: 'IP group' },
  { id: 'plain', label: 'Plain' },
  { id: 'csv', label: 'CSV' },
  { id: 'json', label: 'JSON' },
];

/** What to paste into a firewall, in one format. Nothing that is unknown becomes a rule; warnings are repeated as comments. */
export function ruleText(format: RuleFormat, input: RuleTextInput): RuleText {
  switch (format) {
    case 'nsg':
      return nsgText(input);
    case 'bicep':
      return bicepText(input);
    case 'terraform':
      return terraformText(input);
    case 'ip-group':
      return ipGroupText(input);
    case 'plain':
      return plainText(input);
    case 'csv':
      return csvText(input);
    case 'json':
      return jsonText(input);
  }
}
