import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import type { Plugin } from 'vite';

const id = 'virtual:fluent-tokens.css';
const colour = /#[0-9a-f]{3,8}\b|rgba?\([^)]*\)|\btransparent\b/gi;

/** One value for both schemes: where only colours differ, each pair becomes `light-dark(light, dark)`. */
function bothSchemes(light: string, dark: string): string {
  if (light === dark) return light;
  const darks = dark.match(colour) ?? [];
  if (light.replace(colour, '') !== dark.replace(colour, ''))
    throw new Error(`Not alike but for colours: ${light} | ${dark}`);
  let next = 0;
  return light.replace(colour, one => {
    const other = darks[next++];
    return other === undefined || other === one ? one : `light-dark(${one}, ${other})`;
  });
}

/** Fluent's light and dark web themes as custom properties of the page, so that the first paint needs no script. */
export function fluentTokensCss(): string {
  const dark = new Map<string, string | number>(Object.entries(webDarkTheme));
  const lines = Object.entries(webLightTheme).map(
    ([name, light]) => `--${name}:${bothSchemes(String(light), String(dark.get(name) ?? light))};`,
  );
  return `:root{${lines.join('')}}`;
}

/** Serves `virtual:fluent-tokens.css`, made from the installed Fluent tokens. */
export function fluentTokens(): Plugin {
  return {
    name: 'fluent-tokens',
    resolveId: source => (source === id ? `\0${id}` : undefined),
    load: loaded => (loaded === `\0${id}` ? fluentTokensCss() : undefined),
  };
}
