/// <reference types="vite-plugin-pwa/client" />

/** Version of the product this kiosk was built from. */
declare const __APP_VERSION__: string;
