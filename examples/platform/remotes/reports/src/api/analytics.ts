/**
 * Generated from the OpenAPI document by Orval; do not edit.
 */
import { analyticsFetch } from './analytics-fetch.ts';
/**
 * A problem document (RFC 9457). `code` keeps its meaning; `detail` is for people.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}

export type GetRevenueParams = {
/**
 * The first day.
 */
from: string;
/**
 * The last day.
 */
to: string;
/**
 * ISO 3166-1 alpha-2.
 * @pattern ^[A-Z]{2}$
 */
country?: string;
category?: GetRevenueCategory;
by?: GetRevenueBy;
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type GetRevenueCategory = typeof GetRevenueCategory[keyof typeof GetRevenueCategory];


// eslint-disable-next-line @typescript-eslint/no-redeclare
export const GetRevenueCategory = {
  books: 'books',
  food: 'food',
  garden: 'garden',
  home: 'home',
  music: 'music',
  sports: 'sports',
  tools: 'tools',
  toys: 'toys',
} as const;

export type GetRevenueBy = typeof GetRevenueBy[keyof typeof GetRevenueBy];


// eslint-disable-next-line @typescript-eslint/no-redeclare
export const GetRevenueBy = {
  day: 'day',
  month: 'month',
  country: 'country',
  category: 'category',
} as const;

export type GetRevenue200RowsItem = {
  key: string;
  /** @minimum 0 */
  revenueCents: number;
  /** @minimum 0 */
  quantity: number;
  /** @minimum 0 */
  orders: number;
};

export type GetRevenue200 = {
  rows: GetRevenue200RowsItem[];
};

export type GetTopProductsParams = {
/**
 * The first day.
 */
from: string;
/**
 * The last day.
 */
to: string;
/**
 * @minimum 1
 * @maximum 100
 */
limit?: number;
/**
 * The organization of the access token. Another one is refused.
 * @maxLength 100
 */
orgId?: string;
};

export type GetTopProducts200RowsItemCategory = typeof GetTopProducts200RowsItemCategory[keyof typeof GetTopProducts200RowsItemCategory];


// eslint-disable-next-line @typescript-eslint/no-redeclare
export const GetTopProducts200RowsItemCategory = {
  books: 'books',
  food: 'food',
  garden: 'garden',
  home: 'home',
  music: 'music',
  sports: 'sports',
  tools: 'tools',
  toys: 'toys',
} as const;

export type GetTopProducts200RowsItem = {
  productId: string;
  name: string;
  category: GetTopProducts200RowsItemCategory;
  /** @minimum 0 */
  revenueCents: number;
  /** @minimum 0 */
  quantity: number;
  /** @minimum 0 */
  orders: number;
};

export type GetTopProducts200 = {
  rows: GetTopProducts200RowsItem[];
};

/**
 * @summary What was sold in a period, by day, month, country or category
 */
export type getRevenueResponse200 = {
  data: GetRevenue200
  status: 200
}

export type getRevenueResponse400 = {
  data: Problem
  status: 400
}

export type getRevenueResponse401 = {
  data: Problem
  status: 401
}

export type getRevenueResponse403 = {
  data: Problem
  status: 403
}

export type getRevenueResponse429 = {
  data: Problem
  status: 429
}

export type getRevenueResponse503 = {
  data: Problem
  status: 503
}
    
export type getRevenueResponseSuccess = (getRevenueResponse200) & {
  headers: Headers;
};
export type getRevenueResponseError = (getRevenueResponse400 | getRevenueResponse401 | getRevenueResponse403 | getRevenueResponse429 | getRevenueResponse503) & {
  headers: Headers;
};

export const getGetRevenueUrl = (params: GetRevenueParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/revenue?${stringifiedParams}` : `/revenue`
}

export const getRevenue = async (params: GetRevenueParams, options?: RequestInit): Promise<getRevenueResponseSuccess> => {
  
  return analyticsFetch<getRevenueResponseSuccess>(getGetRevenueUrl(params),
  {      
    ...options,
    method: 'GET'
    
    
  }
);}



/**
 * @summary The products that were sold for most in a period
 */
export type getTopProductsResponse200 = {
  data: GetTopProducts200
  status: 200
}

export type getTopProductsResponse400 = {
  data: Problem
  status: 400
}

export type getTopProductsResponse401 = {
  data: Problem
  status: 401
}

export type getTopProductsResponse403 = {
  data: Problem
  status: 403
}

export type getTopProductsResponse429 = {
  data: Problem
  status: 429
}

export type getTopProductsResponse503 = {
  data: Problem
  status: 503
}
    
export type getTopProductsResponseSuccess = (getTopProductsResponse200) & {
  headers: Headers;
};
export type getTopProductsResponseError = (getTopProductsResponse400 | getTopProductsResponse401 | getTopProductsResponse403 | getTopProductsResponse429 | getTopProductsResponse503) & {
  headers: Headers;
};

export const getGetTopProductsUrl = (params: GetTopProductsParams,) => {
  const normalizedParams = new URLSearchParams();

  Object.entries(params || {}).forEach(([key, value]) => {
    
    if (value !== undefined) {
      normalizedParams.append(key, value === null ? 'null' : value.toString())
    }
  });

  const stringifiedParams = normalizedParams.toString();

  return stringifiedParams.length > 0 ? `/top-products?${stringifiedParams}` : `/top-products`
}

export const getTopProducts = async (params: GetTopProductsParams, options?: RequestInit): Promise<getTopProductsResponseSuccess> => {
  
  return analyticsFetch<getTopProductsResponseSuccess>(getGetTopProductsUrl(params),
  {      
    ...options,
    method: 'GET'
    
    
  }
);}
