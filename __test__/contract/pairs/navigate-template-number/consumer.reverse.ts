import { navigate } from "./surface";
navigate("/"); navigate("/users/12", { replace: true }); export const go = (id: number) => navigate(`/users/${id}`);
