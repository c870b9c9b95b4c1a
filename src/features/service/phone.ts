/** From this width down the screen is a phone's, or a page at 400 % zoom. The style sheets say the same. */
export const phone = '(max-width: 639px)';

/** From this width down a row of four addresses no longer fits: each region becomes a list. */
export const narrow = '(max-width: 759px)';
