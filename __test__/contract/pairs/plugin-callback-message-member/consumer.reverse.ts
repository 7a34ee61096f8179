import { connect } from "./surface";
connect(p => p.post({ type: "hi", id: 1 }));
