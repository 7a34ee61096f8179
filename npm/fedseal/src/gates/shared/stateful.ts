/**
 * Packages that keep state in the module, or a context that another copy does not see: their own documents ask for one
 * copy per page. A package in it stands for its modules (`react-dom/client`), too.
 */
export const STATEFUL: readonly string[] = [
  "@angular/common",
  "@angular/core",
  "@angular/platform-browser",
  "@angular/router",
  "@apollo/client",
  "@emotion/react",
  "@tanstack/react-query",
  "@tanstack/react-router",
  "i18next",
  "jotai",
  "mobx",
  "pinia",
  "preact",
  "react",
  "react-dom",
  "react-i18next",
  "react-intl",
  "react-redux",
  "react-router",
  "react-router-dom",
  "recoil",
  "single-spa",
  "solid-js",
  "styled-components",
  "svelte",
  "swr",
  "vue",
  "vue-i18n",
  "vue-router",
  "vuex",
];

/** Modules of them that are functions of their arguments: many copies do no harm. */
const STATELESS_MODULES: ReadonlySet<string> = new Set(["react/jsx-runtime", "react/jsx-dev-runtime"]);

/** Whether a share key names a package of `list`, or a module of one. */
export function isStateful(name: string, list: readonly string[]): boolean {
  return !STATELESS_MODULES.has(name) && list.some((one) => name === one || name.startsWith(`${one}/`));
}
