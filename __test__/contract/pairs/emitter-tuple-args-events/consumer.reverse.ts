import { connect } from "./surface";
connect("ws:").on("message", (_b, _f, at) => at.getTime());
