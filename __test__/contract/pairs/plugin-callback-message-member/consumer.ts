import { connect } from "./surface";
connect(p => p.post({ type: "hi" }));
