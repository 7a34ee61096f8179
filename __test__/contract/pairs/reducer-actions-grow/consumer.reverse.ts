import { counterReducer } from "./surface";
counterReducer({ count: 0 }, { type: "set", to: 2 });
