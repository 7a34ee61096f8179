import { navigate, type RoutePath } from "./surface";
const p: RoutePath = "/settings"; navigate(p); navigate(`/users/${1}`, { replace: true }); navigate("/");
