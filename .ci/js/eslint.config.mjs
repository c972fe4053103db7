// Beyond the types: what `tsc` does not say of a script. Names that other scripts
// of the manifest define are tsc's to know.
export default [
  { files: ["extension/content/*.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["extension/**/*.js", "www/*.js", "tests/content/*.mjs"],
    rules: {
      "constructor-super": "error",
      eqeqeq: "error",
      "no-cond-assign": "error",
      "no-const-assign": "error",
      "no-dupe-keys": "error",
      "no-eval": "error",
      "no-fallthrough": "error",
      "no-implied-eval": "error",
      "no-inner-declarations": "error",
      "no-self-assign": "error",
      "no-shadow-restricted-names": "error",
      "no-unreachable": "error",
      "no-unsafe-finally": "error",
      "no-unused-vars": ["error", { vars: "local", argsIgnorePattern: "^_" }],
      "no-useless-escape": "error",
      "no-var": "error",
      "prefer-const": "error",
      "valid-typeof": "error",
    },
  },
];
