/** The credits of a sale, as every way of freezing one writes them: from the rows of a CTE named `credit`. */
export const CREDITS = `  credits as (
    insert into income_credit (id, order_id, order_line_id, household_id, alias, division_code, linkage, category,
                               weight_g, share_ppm, gross_fen, service_fen, packing_fen, freight_fen, platform_fen, net_fen)
      select id, the_order, line_id, household_id, alias, division_code, linkage, category, weight_g, share_ppm,
             service_fen + packing_fen + freight_fen + platform_fen + net_fen,
             service_fen, packing_fen, freight_fen, platform_fen, net_fen from credit),`;
