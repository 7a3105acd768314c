import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['src/generated/', 'coverage/', 'data/', 'public/', '**/*.mjs', '*.js', '**/*.cjs', '.dependency-cruiser.cjs', 'prisma.config.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Passport's person is typed by declaring a global namespace; there is no other way.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      // Promise-returning interfaces are met by functions that have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
);
