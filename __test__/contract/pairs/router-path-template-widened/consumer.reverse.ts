import { navigate } from "./surface";
navigate("/settings/billing");
