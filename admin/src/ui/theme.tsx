/** Ant Design in the colours and measures of this house. */
import { ConfigProvider, theme } from "antd";
import type { ThemeConfig } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useLayoutEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useDisplayMode } from "../lib/display-mode";
import type { DisplayMode } from "../lib/display-mode";

import { colours, faces, measures } from "./tokens";

// Ant Design's own wheel fades away, and where its fading is cut short it stays in the button's name for good.
const BUTTON = { autoInsertSpace: false, loadingIcon: <span className="wheel" aria-hidden /> };

/** Themes everything below it. */
export function Themed({ children }: { children: ReactNode }) {
  const mode = useDisplayMode();
  const { i18n } = useTranslation();
  const config = useMemo(() => themeOf(mode), [mode]);
  useLayoutEffect(() => {
    document.documentElement.dataset.display = mode;
  }, [mode]);
  return (
    <ConfigProvider
      theme={config}
      locale={i18n.language === "en" ? enUS : zhCN}
      wave={{ disabled: true }}
      variant="outlined"
      button={BUTTON}
    >
      {children}
    </ConfigProvider>
  );
}

function themeOf(mode: DisplayMode): ThemeConfig {
  const c = colours[mode];
  return {
    algorithm: mode === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      // On a slow machine a list that fades away may stay half-way, over the next field.
      motion: false,
      colorPrimary: c.persimmon,
      colorInfo: c.water,
      colorSuccess: c.tea,
      colorWarning: c.clay,
      colorError: c["persimmon-ink"],
      colorLink: c["persimmon-ink"],
      colorText: c.ink,
      colorTextSecondary: c["ink-2"],
      colorTextTertiary: c["ink-3"],
      colorTextPlaceholder: c["ink-3"],
      colorTextLightSolid: c["on-persimmon"],
      colorBorder: c.rule,
      colorBorderSecondary: c["rule-soft"],
      colorBgContainer: c.card,
      colorBgElevated: c.card,
      colorBgLayout: c.desk,
      fontFamily: faces.sans,
      fontSize: measures.text,
      borderRadius: measures.radiusSmall,
      borderRadiusLG: measures.radius,
      controlHeight: measures.control,
      boxShadow: "0 8px 28px rgb(32 36 29 / 14%)",
      boxShadowSecondary: "0 8px 28px rgb(32 36 29 / 14%)",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.16s",
    },
    components: componentsOf(mode),
  };
}

function componentsOf(mode: DisplayMode): ThemeConfig["components"] {
  const c = colours[mode];
  return {
    Button: {
      primaryShadow: "none",
      defaultShadow: "none",
      dangerShadow: "none",
      fontWeight: 600,
      defaultBorderColor: c.field,
    },
    Input: { activeShadow: `0 0 0 3px ${c["persimmon-wash"]}`, colorBorder: c.field },
    Select: {
      optionSelectedBg: c["persimmon-wash"],
      optionSelectedColor: c["persimmon-ink"],
      activeOutlineColor: c["persimmon-wash"],
      colorBorder: c.field,
    },
    Segmented: {
      trackBg: c.stone,
      itemSelectedBg: c.ink,
      itemSelectedColor: c["on-ink"],
      itemColor: c["ink-2"],
    },
    Form: { labelColor: c["ink-2"], verticalLabelPadding: "0 0 4px", itemMarginBottom: 16 },
    Modal: { titleFontSize: 17, titleLineHeight: 1.35 },
    Drawer: { colorBgElevated: c.side },
    Tooltip: { colorBgSpotlight: c.ink, colorTextLightSolid: c["on-ink"] },
  };
}
