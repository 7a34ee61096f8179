ssr
