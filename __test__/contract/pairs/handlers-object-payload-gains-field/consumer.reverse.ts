import { connect } from "./surface";
connect({ joined: (m) => m.role.trim(), muted: () => {} });
