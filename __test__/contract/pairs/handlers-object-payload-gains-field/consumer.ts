import { connect } from "./surface";
connect({ joined: (m) => m.user.trim() })(); connect({});
