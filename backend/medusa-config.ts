import { defineConfig } from "@medusajs/framework/utils";

import { env } from "./src/env";

/** Our own modules, one noun each. */
const rooms = [
  "adoption",
  "audit",
  "basket",
  "chargeback",
  "checkout",
  "clearance",
  "complaint",
  "confirmation",
  "consent",
  "cooperative",
  "division",
  "doorkeeper",
  "follow",
  "gift",
  "honour",
  "household",
  "inbox",
  "incoming",
  "income",
  "linkage",
  "pairing",
  "photo",
  "pickup",
  "review",
  "roster",
  "rules",
  "saved-card",
  "settlement",
  "shelf",
  "sms",
  "story",
  "supply",
  "trace",
  "verified-income",
  "work-unit",
];

const payment = {
  resolve: "@medusajs/medusa/payment",
  options: {
    providers: [
      { resolve: "./src/modules/payment-bank-transfer", id: "transfer" },
      ...(env.YIGOU_SANDBOX_PAYMENT
        ? [
            {
              resolve: "./src/modules/payment-sandbox",
              id: "local",
              options: { webhook_secret: env.YIGOU_WEBHOOK_SECRET },
            },
          ]
        : []),
      ...(env.STRIPE_API_KEY && env.STRIPE_WEBHOOK_SECRET
        ? [
            {
              resolve: "./src/modules/payment-stripe",
              id: "stripe",
              options: {
                apiKey: env.STRIPE_API_KEY,
                webhookSecret: env.STRIPE_WEBHOOK_SECRET,
                methods: env.STRIPE_METHODS,
                ...(env.STRIPE_HOST ? { host: env.STRIPE_HOST } : {}),
              },
            },
          ]
        : []),
    ],
  },
};

/**
 * The search index stands in tables of our own, or in Meilisearch when there is one. The tables stay known
 * beside it, so that a change of the setting can drop what the other engine held.
 */
const search = {
  resolve: "@medusajs/medusa/search",
  options: {
    default_provider: env.MEILISEARCH_HOST ? "search-meilisearch" : "search-shelf",
    reindex: { batch_size: 500 },
    providers: [
      { resolve: "./src/modules/shelf/search-shelf", id: "shelf" },
      ...(env.MEILISEARCH_HOST
        ? [
            {
              resolve: "./src/modules/shelf/search-meilisearch",
              id: "meilisearch",
              options: {
                host: env.MEILISEARCH_HOST,
                api_key: env.MEILISEARCH_API_KEY,
                search_key: env.MEILISEARCH_SEARCH_KEY,
              },
            },
          ]
        : []),
    ],
  },
};

const locking = {
  resolve: "@medusajs/medusa/locking",
  options: {
    providers: [{ resolve: "./src/modules/locking-lease", id: "locking-lease", is_default: true }],
  },
};

const file = {
  resolve: "@medusajs/medusa/file",
  options: {
    providers: [
      {
        resolve: "./src/modules/file-walled",
        id: "walled",
        options: { backend_url: `http://localhost:${env.BACKEND_PORT}`, secret: env.COOKIE_SECRET },
      },
    ],
  },
};

const notification = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/notification-local",
        id: "local",
        options: { name: "Local Notification Provider", channels: ["feed"] },
      },
      {
        resolve: "./src/modules/notification-mail",
        id: "mail",
        options: { channels: ["email"], smtp_url: env.YIGOU_SMTP_URL, from: env.YIGOU_MAIL_FROM },
      },
    ],
  },
};

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    // A connection plans what it runs often once in its life: it outlives a lull between purchases.
    databaseDriverOptions: { pool: { idleTimeoutMillis: 600_000 } },
    http: {
      storeCors: env.STORE_CORS,
      adminCors: env.ADMIN_CORS,
      authCors: env.AUTH_CORS,
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
      authMethodsPerActor: {
        user: ["emailpass"],
        customer: ["emailpass"],
        cooperative: ["emailpass"],
        official: ["emailpass"],
      },
    },
  },
  admin: { backendUrl: "/", path: "/app" },
  modules: [
    ...rooms.map((room) => ({ resolve: `./src/modules/${room}` })),
    payment,
    search,
    locking,
    file,
    notification,
  ],
});
