/** Px, as table.module.css and footer-bar.module.css have them. */
export const rowHeight = 44;
export const headHeight = 32;
export const footHeight = 28;
