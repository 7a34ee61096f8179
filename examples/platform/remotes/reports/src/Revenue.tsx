import { usePlatform } from "@platform/context";
import { type ReactNode, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import {
  type GetRevenue200RowsItem,
  GetRevenueBy,
  GetRevenueCategory,
  type GetTopProducts200RowsItem,
  getRevenue,
  getTopProducts,
} from "./api/analytics";
import { configure } from "./api/analytics-fetch";
import { listProducts, type Product } from "./api/catalog";
import { configure as configureCatalog } from "./api/catalog-fetch";
import "./revenue.css";

const PERIOD = { from: "2024-01-01", to: "2025-12-31" };

type By = (typeof GetRevenueBy)[keyof typeof GetRevenueBy];
type Category = (typeof GetRevenueCategory)[keyof typeof GetRevenueCategory];

/** What the organization sold: filtered and grouped as the URL says, so that a report can be sent to somebody. */
export default function Revenue(): ReactNode {
  const platform = usePlatform();
  const [query, setQuery] = useSearchParams();
  const [rows, setRows] = useState<GetRevenue200RowsItem[]>();
  const [top, setTop] = useState<GetTopProducts200RowsItem[]>([]);
  const [products, setProducts] = useState<Product[]>([]);
  const [problem, setProblem] = useState<string>();
  const by = oneOf(GetRevenueBy, query.get("by")) ?? "category";
  const category = oneOf(GetRevenueCategory, query.get("category"));
  configure(platform.api("reports"));
  configureCatalog(platform.api("reports:catalog"));

  useEffect(() => {
    let isOver = false;
    Promise.all([
      getRevenue({ ...PERIOD, by, ...(category && { category }) }),
      getTopProducts({ ...PERIOD, limit: 5 }),
      listProducts({ limit: 5, archived: false }),
    ]).then(
      ([revenue, best, catalog]) => {
        if (isOver) return;
        setRows(revenue.data.rows);
        setTop(best.data.rows);
        setProducts(catalog.data.items);
        setProblem(undefined);
      },
      (error: unknown) => isOver || setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isOver = true;
    };
  }, [by, category, platform.orgId]);

  const choose = (name: string, value: string) =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      if (value === "") next.delete(name);
      else next.set(name, value);
      return next;
    });
  const most = Math.max(1, ...(rows ?? []).map(({ revenueCents }) => revenueCents));

  return (
    <section className="revenue" data-org={platform.orgId}>
      <h1>Revenue</h1>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <p className="filters">
        <label>
          By{" "}
          <select value={by} onChange={({ target }) => choose("by", target.value)}>
            {Object.values(GetRevenueBy).map((one: By) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          Category{" "}
          <select value={category ?? ""} onChange={({ target }) => choose("category", target.value)}>
            <option value="">all</option>
            {Object.values(GetRevenueCategory).map((one: Category) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </p>
      {rows === undefined ? (
        <p aria-busy="true">Loading…</p>
      ) : (
        <table>
          <tbody>
            {rows.map(({ key, revenueCents, orders }) => (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>
                  <meter min={0} max={most} value={revenueCents} aria-label={`Revenue of ${key}`} />
                </td>
                <td>{euros(revenueCents)}</td>
                <td>{orders.toLocaleString("en")} orders</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>Best sellers</h2>
      <ol>
        {top.map(({ productId, name, revenueCents }) => (
          <li key={productId}>
            {name}, {euros(revenueCents)}
          </li>
        ))}
      </ol>
      <h2>In the catalog now</h2>
      {products.length === 0 ? (
        <p>No products yet</p>
      ) : (
        <ul>
          {products.map(({ id, name, priceCents }) => (
            <li key={id}>
              {name}, {euros(priceCents)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function euros(cents: number): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: "EUR" }).format(cents / 100);
}

function oneOf<Value extends string>(values: Readonly<Record<string, Value>>, text: string | null): Value | undefined {
  return Object.values(values).find((value) => value === text);
}
