import { build } from "./surface";
build([{ name: "y", transform: (code) => ({ code }), closeBundle() {} }]);
