import { bicepText } from './bicep.ts';
import { csvText } from './csv.ts';
import { ipGroupText } from './ip-group.ts';
import { jsonText } from './json.ts';
import { nsgText } from './nsg.ts';
import { plainText } from './plain.ts';
import { terraformText } from './terraform.ts';
import { type RuleFormat, type RuleText, type RuleTextInput, ruleFormatIds } from './types.ts';

type Format = { readonly label: string; readonly write: (input: RuleTextInput) => RuleText };

/** What each format is called on screen, and what writes it. */
const formats: Readonly<Record<RuleFormat, Format>> = {
  nsg: { label: 'NSG (az)', write: nsgText },
  bicep: { label: 'Bicep', write: bicepText },
  terraform: { label: 'Terraform', write: terraformText },
  'ip-group': { label: 'IP group', write: ipGroupText },
  plain: { label: 'Plain', write: plainText },
  csv: { label: 'CSV', write: csvText },
  json: { label: 'JSON', write: jsonText },
};

/** In the order of the tabs, with what each is called on screen. */
export const ruleFormats: readonly { readonly id: RuleFormat; readonly label: string }[] = ruleFormatIds.map(
  id => ({ id, label: formats[id].label }),
);

/** What to paste into a firewall, in one format. Nothing that is unknown becomes a rule; warnings are repeated as comments. */
export function ruleText(format: RuleFormat, input: RuleTextInput): RuleText {
  return formats[format].write(input);
}
