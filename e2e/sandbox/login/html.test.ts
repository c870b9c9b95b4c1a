import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from './html.ts';

it('writes any text so that it reads as itself and never as markup', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '#', '6', ';', 'a', '\n') }),
      text => {
        const written = html`${text}`.html;
        expect(written).not.toMatch(/[<>"']/);
        const read = written.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        expect(read).toBe(text);
      },
    ),
  );
});

it('takes HTML of its own, and lists of it, as they are', () => {
  expect(html`<ul>${['a', '<'].map(one => html`<li>${one}</li>`)}${false}</ul>`.html).toBe(
    '<ul><li>a</li><li>&#60;</li></ul>',
  );
});
