import { isActive, navigate, type AppRoute } from "./surface";
const tabs: AppRoute[] = ["/", "/cart", "/product/3"];
for (const t of tabs) if (!isActive(t)) navigate(t, { replace: true });
