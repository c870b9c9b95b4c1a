/** Which build of the app this is; both are written in when it is built (vite.config.ts). */
export const buildInfo: { readonly version: string; readonly commit: string } = {
  version: __APP_VERSION__,
  commit: __APP_COMMIT__,
};
