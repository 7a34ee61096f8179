import { define, enter } from "./surface";
enter(define({ states: { a: {}, done: { final: true } } }), "done");
