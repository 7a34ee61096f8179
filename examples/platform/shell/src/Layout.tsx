import { usePlatform } from "@platform/context";
import { NavLink, Outlet } from "react-router";
import { ask } from "./http";

const PAGES = [
  { to: "/", title: "Home" },
  { to: "/admin", title: "Products", entitlement: "admin" },
  { to: "/reports", title: "Reports", entitlement: "reports" },
  { to: "/platform/releases", title: "Releases", entitlement: "operate" },
];

/** Navigation, and who is there. */
export function Layout() {
  const { sub, orgId, entitlements } = usePlatform();
  const leave = () => ask<{ location: string }>("/logout", {}).then(({ location: next }) => location.assign(next));
  return (
    <>
      <header className="bar">
        <nav>
          {PAGES.filter(({ entitlement }) => !entitlement || entitlements.includes(entitlement)).map(
            ({ to, title }) => (
              <NavLink key={to} to={to} end={to === "/"}>
                {title}
              </NavLink>
            ),
          )}
        </nav>
        <span data-testid="who">
          {sub}, {orgId}
        </span>
        <button type="button" onClick={leave}>
          Sign out
        </button>
      </header>
      <main>
        <Outlet />
      </main>
    </>
  );
}
