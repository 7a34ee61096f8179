// The bundle of a page that observes: by hand, as a host that is not built with FedsealPlugin.

import { observe } from "@fedseal/runtime/observe";
import fedseal from "@fedseal/runtime/plugin";
import { createInstance } from "@module-federation/runtime";

window.start = ({ entry, name = "shop", releases, unsealed = "block", sealed = true }) => {
  const remotes = [{ name, entry }];
  const plugins = [observe({ endpoint: "/rum", releases }), ...(sealed ? [fedseal({ unsealed })] : [])];
  const instance = createInstance({ name: "shell", remotes, plugins });
  return (id) =>
    instance.loadRemote(id).then(
      () => "works",
      (error) => String(error),
    );
};
