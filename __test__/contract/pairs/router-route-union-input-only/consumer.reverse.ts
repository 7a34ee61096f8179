import { navigate } from "./surface";
navigate("/wishlist");
