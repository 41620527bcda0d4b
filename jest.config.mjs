// Unit tests lie beside what they test (*.spec.ts in Node, *.spec.tsx in a DOM); integration tests in test/.

const swc = (tsx) => [
  "@swc/jest",
  {
    swcrc: false,
    jsc: {
      target: "es2023",
      parser: { syntax: "typescript", tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        verbatimModuleSyntax: true,
        react: { runtime: "automatic" },
      },
    },
    module: { type: "es6" },
    sourceMaps: "inline",
  },
];

const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: { "\\.tsx$": swc(true), "\\.ts$": swc(false) },
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/data/", "<rootDir>/.nx/"],
};

export default {
  maxWorkers: 2,
  // Generous: a busy machine is no failure, and what hangs still ends.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/{apps,libs,tools}/**/*.spec.ts", "<rootDir>/test/pictures/**/*.test.ts"],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, "<rootDir>/libs/ui/"],
    },
    {
      ...shared,
      displayName: "component",
      testEnvironment: "<rootDir>/tools/test/dom/environment.mjs",
      testMatch: ["<rootDir>/{apps,libs}/**/*.spec.tsx", "<rootDir>/libs/ui/**/*.spec.ts"],
      setupFilesAfterEnv: ["<rootDir>/tools/test/dom/set-up.ts"],
      moduleNameMapper: {
        "(\\.(css|svg|png|woff2|wasm)|\\?url|\\?raw|\\?worker)$": "<rootDir>/tools/test/dom/asset-stub.mjs",
      },
    },
    {
      ...shared,
      displayName: "integration",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/{integration,faults}/**/*.test.ts"],
      globalSetup: "<rootDir>/tools/test/database-setup.mjs",
      globalTeardown: "<rootDir>/tools/test/database-teardown.mjs",
    },
  ],
};
