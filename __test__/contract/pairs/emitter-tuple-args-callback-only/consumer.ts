import { listen, channelNames } from "./surface";
listen("tick", n => n.toFixed());
listen("done", () => channelNames().length);
