import { PlatformContext } from "@platform/context";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { Home } from "./Home";
import { Layout } from "./Layout";
import { Releases } from "./Releases";
import { Remote } from "./Remote";
import { type Started, start } from "./start";
import "./shell.css";

const root = createRoot(document.getElementById("root") as HTMLElement);

start().then(
  (started) => root.render(<App started={started} />),
  (error: unknown) =>
    root.render(
      <main role="alert">
        <h1>The page cannot start</h1>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      </main>,
    ),
);

function App({ started }: { started: Started }) {
  const router = createBrowserRouter([
    {
      path: "/",
      element: <Layout />,
      children: [
        { index: true, element: <Home /> },
        { path: "admin/*", element: <Remote key="admin" remotes={started.remotes} module="admin/Products" /> },
        { path: "reports/*", element: <Remote key="reports" remotes={started.remotes} module="reports/Revenue" /> },
        { path: "platform/releases", element: <Releases remotes={started.remotes} /> },
        { path: "*", element: <p role="alert">There is no such page.</p> },
      ],
    },
  ]);
  return (
    <PlatformContext.Provider value={started.platform}>
      <RouterProvider router={router} />
    </PlatformContext.Provider>
  );
}
