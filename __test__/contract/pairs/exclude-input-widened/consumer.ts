import { box, merge } from "./surface";
box({ width: "10px", margin: ["1em", 0] }); merge({ width: 0 }, {});
