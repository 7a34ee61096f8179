// A runtime plugin as applications have them: its own elements, its own request for the manifest.
export default () => ({
  name: "elements",
  createScript({ url }) {
    const script = document.createElement("script");
    script.src = url;
    script.dataset.by = "elements";
    return { script, timeout: 5000 };
  },
  createLink({ url, attrs }) {
    const link = document.createElement("link");
    for (const [name, value] of Object.entries(attrs ?? {})) link.setAttribute(name, value);
    link.href = url;
    return link;
  },
  fetch: (url) => fetch(url, { headers: { authorization: "Bearer token" } }),
});
