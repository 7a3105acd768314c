import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['src/generated/', 'coverage/', 'data/', 'public/', '**/*.mjs', '*.js', '*.cjs', '.dependency-cruiser.cjs', 'prisma.config.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Promise-returning interfaces are met by functions that have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
);
