/// <reference types="vite/client" />
declare module 'virtual:fluent-tokens.css';
declare const __APP_VERSION__: string;
declare const __APP_COMMIT__: string;
