/* SPDX-License-Identifier: MIT
 *
 * The class of business: hard rows first, then the votes of the axes, then the label. Through
 * the core pack; engine/score/classify.c and rules/core/classify.lua together.
 */
#include "pack_fixture.h"

struct company {
    struct arena arena;
    struct assessment a;
};

static struct classification *classify_text(struct rulebook *book, struct company *c,
                                            const char *text)
{
    *c = (struct company){0};
    assess_text(book, text, &c->arena, &c->a);
    return &c->a.class;
}

static const char *id_of(const struct company *c)
{
    return c->a.pack->classify.classes[c->a.class.class_number].id;
}

/* --- rows --- */

#define NO_COST                                                                                \
    "[cost]\njoin_fee = 0 USD\nstarter_kit = 0 USD\npurchase_required_to_join = no\n"          \
    "purchase_to_qualify = no\n"

static void the_first_row_that_fits_gives_the_class(void **state)
{
    static const struct {
        const char *text, *class;
        int row;
    } rows[] = {
        {"[product]\nexists = no\n", "recruitment_scheme_indicators", 0},
        {"[model]\npay_sources = recruiting\n", "recruitment_scheme_indicators", 0},
        {"[product]\nexists = no\n[plan]\nlevels_paid = 3\n[cost]\njoin_fee = 99 USD\n",
         "recruitment_scheme_indicators", 0}, /* an MLM too, but row 1 comes first */
        {"[plan]\ntype = two_tier\nlevels_paid = 2\n" NO_COST, "two_tier_affiliate", 1},
        {"[plan]\ntype = two_tier\nlevels_paid = 2\n[cost]\njoin_fee = 1 USD\n", "mlm", 2},
        {"[plan]\nlevels_paid = 1\ncontract_written = yes\n", "mlm", 2},
        {"[plan]\nlevels_paid = 5\n[cost]\nstarter_kit = 49..99 USD\n", "mlm", 2},
        {"[plan]\nlevels_paid = 0\ntype = single_level\n", "single_level", 3},
        {"[plan]\nlevels_paid = 0\n[model]\nchannel = web_link\n" NO_COST, "affiliate", 4},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c;
        struct classification *class = classify_text(*state, &c, rows[i].text);
        if (strcmp(id_of(&c), rows[i].class) != 0 || class->row != rows[i].row)
            fail_msg("%s by row %d, not %s by row %d\n%s", id_of(&c), class->row, rows[i].class,
                     rows[i].row, rows[i].text);
        assert_true(class->row_read_count > 0); /* the row's evidence */
        arena_release(&c.arena);
    }
}

static void a_row_that_is_not_certain_does_not_fit(void **state)
{
    static const char *const rows[] = {
        "",
        "[product]\nexists = unknown\n",
        "[product]\nexists = refused\n",
        "[product]\nexists = yes\n",
        "[plan]\nlevels_paid = 0..3\n[cost]\njoin_fee = 99 USD\n", /* at one end only */
        "[plan]\nlevels_paid = 3\n[cost]\njoin_fee = 0..99 USD\n",
        "[plan]\nlevels_paid = refused\n[cost]\njoin_fee = 99 USD\n",
        "[plan]\nlevels_paid = n/a\n[cost]\njoin_fee = 99 USD\n",
        "[product]\nexists = yes @S1\nexists = no @S2\n[source S1]\ntitle = A\n[source S2]\n"
        "title = B\n",
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c;
        struct classification *class = classify_text(*state, &c, rows[i]);
        if (class->row != -1)
            fail_msg("row %d fits\n%s", class->row, rows[i]);
        assert_string_equal(id_of(&c), "undetermined");
        arena_release(&c.arena);
    }
}

static void a_row_wins_over_the_votes(void **state)
{
    struct company c;
    struct classification *class = classify_text(
        *state, &c,
        "[plan]\nlevels_paid = 1\ncontract_written = yes\n"
        "[model]\nchannel = social_media_content\ncontent_plan = yes\n"
        "primary_focus = brand_presence\naudience = targeted_public\nproduct_owner = self\n"
        "pricing_control = full\nbrand_control = full\nowns_accounts = yes\n");

    assert_string_equal(id_of(&c), "mlm");
    assert_int_equal(class->axes_known, 5);
    assert_int_equal(class->sum, 2 + 2 + 1 + 1 - 3); /* shown beside, all the same */
    arena_release(&c.arena);
}

/* --- axes --- */

static void the_weighted_votes_decide_from_the_threshold_on(void **state)
{
    static const struct {
        const char *label, *text, *class;
        int sum;
        size_t known;
    } rows[] = {
        {"nothing", "", "undetermined", 0, 0},
        {"two axes are too few, whatever their sum",
         "[model]\npay_sources = affiliate\nprimary_focus = brand_presence\n", "undetermined",
         5, 2},
        {"three axes",
         "[model]\npay_sources = affiliate\nprimary_focus = brand_presence\naudience = both\n",
         "social_media_marketing", 5, 3},
        {"exactly on the threshold",
         "[model]\npay_sources = affiliate\nprimary_focus = sell_to_customers\n"
         "audience = targeted_public\n",
         "social_media_marketing", 4, 3},
        {"one below it",
         "[model]\npay_sources = affiliate\nprimary_focus = sell_to_customers\n"
         "audience = both\n",
         "undetermined", 3, 3},
        {"exactly on the other threshold",
         "[model]\npay_sources = downline_sales\nprimary_focus = sell_to_customers\n"
         "audience = personal_network\n",
         "mlm", -4, 3},
        {"one above it",
         "[model]\npay_sources = downline_sales\nprimary_focus = sell_to_customers\n"
         "audience = both\n",
         "undetermined", -3, 3},
        {"all five against",
         "[model]\nchannel = person_to_person\nprimary_focus = build_distributor_network\n"
         "audience = personal_network\nproduct_owner = parent_company\n"
         "pay_sources = downline_sales\n",
         "mlm", -9, 5},
        {"all five for",
         "[model]\nchannel = social_media_content\nprimary_focus = brand_presence\n"
         "audience = targeted_public\nproduct_owner = client\npay_sources = management_fee\n",
         "social_media_marketing", 9, 5},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c;
        struct classification *class = classify_text(*state, &c, rows[i].text);
        if (strcmp(id_of(&c), rows[i].class) != 0 || class->sum != rows[i].sum ||
            class->axes_known != rows[i].known)
            fail_msg("%s: %s, sum %d, %zu axes", rows[i].label, id_of(&c), class->sum,
                     class->axes_known);
        assert_int_equal(class->row, -1);
        arena_release(&c.arena);
    }
}

static size_t axis_number(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->classify.axis_count; i++)
        if (strcmp(pack->classify.axes[i].id, id) == 0)
            return i;
    fail_msg("no axis %s", id);
    return 0;
}

static void an_axis_votes_with_the_sign_of_what_is_known(void **state)
{
    static const struct {
        const char *text, *axis;
        bool known;
        int vote;
        size_t reads;
    } rows[] = {
        {"[model]\nchannel = person_to_person\n", "model", true, -1, 1},
        {"[model]\nchannel = mixed\n", "model", true, 0, 1},
        {"[model]\nchannel = person_to_person\ncontent_plan = yes\n", "model", true, 0, 2},
        {"[model]\nchannel = web_link\ncontent_plan = yes\n", "model", true, 1, 2},
        {"[model]\nchannel = unknown\ncontent_plan = n/a\n[plan]\ntype = refused\n", "model",
         false, 0, 0},
        /* a set counts all its members, then the sign */
        {"[model]\npay_sources = affiliate, sponsored_posts, downline_sales\n", "compensation",
         true, 1, 1},
        {"[model]\npay_sources = affiliate, downline_sales\n", "compensation", true, 0, 1},
        {"[model]\npay_sources = own_sales\n", "compensation", true, 0, 1},
        /* a number counts as zero or positive */
        {"[plan]\nlevels_paid = 0\n", "compensation", true, 0, 1},
        {"[plan]\nlevels_paid = 1\n", "compensation", true, -1, 1},
        {"[plan]\nlevels_paid = 1..9\n", "compensation", true, -1, 1},
        {"[plan]\nlevels_paid = 0..9\n", "compensation", false, 0, 0}, /* ends vote apart */
        {"[recruit]\nincome_from_recruiting_pct = 0%\n", "focus", true, 0, 1},
        {"[recruit]\nincome_from_recruiting_pct = 0.01%\n", "focus", true, -1, 1},
        {"[model]\nowns_accounts = no\n", "control", true, -1, 1},
        {"[model]\nowns_accounts = yes\npricing_control = none\n", "control", true, 0, 2},
        {"[model]\nowns_accounts = yes @S1\nowns_accounts = no @S2\n[source S1]\ntitle = A\n"
         "[source S2]\ntitle = B\n",
         "control", false, 0, 0},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c;
        struct classification *class = classify_text(*state, &c, rows[i].text);
        struct axis_result axis = class->axes[axis_number(c.a.pack, rows[i].axis)];
        if (axis.known != rows[i].known || axis.vote != rows[i].vote ||
            axis.read_count != rows[i].reads)
            fail_msg("%s: known %d, vote %d, %zu facts\n%s", rows[i].axis, axis.known,
                     axis.vote, axis.read_count, rows[i].text);
        arena_release(&c.arena);
    }
}

static void the_weights_sum_to_nine(void **state)
{
    const struct pack *pack = rulebook_pack(*state);
    int sum = 0;

    for (size_t i = 0; i < pack->classify.axis_count; i++)
        sum += pack->classify.axes[i].weight;
    assert_int_equal(sum, 9);
    assert_int_equal(pack->classify.axis_count, 5);
    assert_int_equal(pack->classify.threshold, 4);
    assert_int_equal(pack->classify.min_axes, 3);
}

/* --- labels --- */

#define SINGLE "[plan]\nlevels_paid = 0\ntype = single_level\n"
#define MLM "[plan]\nlevels_paid = 5\ncontract_written = yes\n"

static void a_label_may_fit_by_one_article_and_not_by_the_other(void **state)
{
    static const struct {
        const char *text;
        enum label_fit by_a, by_b, by_regulator;
    } rows[] = {
        {MLM "[company]\nself_label = network_marketing\n", LABEL_DIFFERS, LABEL_FITS,
         LABEL_FITS},
        {SINGLE "[company]\nself_label = network_marketing\n", LABEL_FITS, LABEL_DIFFERS,
         LABEL_FITS},
        {MLM "[company]\nself_label = mlm\n", LABEL_FITS, LABEL_FITS, LABEL_FITS},
        {SINGLE "[company]\nself_label = mlm\n", LABEL_DIFFERS, LABEL_DIFFERS, LABEL_DIFFERS},
        {MLM "[company]\nself_label = direct_selling\n", LABEL_DIFFERS, LABEL_NO_WORD,
         LABEL_FITS},
        {MLM "[company]\nself_label = affiliate\n", LABEL_NO_WORD, LABEL_DIFFERS,
         LABEL_DIFFERS},
        {MLM "[company]\nself_label = social_media_marketing\n", LABEL_NO_WORD, LABEL_DIFFERS,
         LABEL_NO_WORD},
        {MLM "[company]\nself_label = franchise\n", LABEL_NO_WORD, LABEL_NO_WORD,
         LABEL_NO_WORD},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c;
        struct classification *class = classify_text(*state, &c, rows[i].text);
        assert_non_null(class->label);
        if (class->by_a != rows[i].by_a || class->by_b != rows[i].by_b ||
            class->by_regulator != rows[i].by_regulator)
            fail_msg("%d %d %d\n%s", class->by_a, class->by_b, class->by_regulator,
                     rows[i].text);
        arena_release(&c.arena);
    }
}

static void no_label_is_judged_without_a_class_or_a_word(void **state)
{
    static const char *const rows[] = {
        MLM,
        MLM "[company]\nself_label = refused\n",
        "[company]\nself_label = mlm\n", /* the class is not determined */
        MLM "[company]\nself_label = mlm @S1\nself_label = affiliate @S2\n[source S1]\n"
            "title = A\n[source S2]\ntitle = B\n",
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct company c;
        assert_null(classify_text(*state, &c, rows[i])->label);
        arena_release(&c.arena);
    }
}

static void the_label_changes_neither_class_nor_score(void **state)
{
    static const char *const labels[] = {"mlm", "affiliate", "social_media_marketing", "other"};
    struct company plain;
    char text[256];

    classify_text(*state, &plain, MLM);
    for (size_t i = 0; i < COUNT(labels); i++) {
        struct company c;
        snprintf(text, sizeof text, "%s[company]\nself_label = %s\n", MLM, labels[i]);
        classify_text(*state, &c, text);
        assert_string_equal(id_of(&c), "mlm");
        assert_int_equal(c.a.score.score, plain.a.score.score);
        assert_int_equal(c.a.score.low, plain.a.score.low);
        assert_int_equal(c.a.score.high, plain.a.score.high);
        arena_release(&c.arena);
    }
    arena_release(&plain.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_row_that_fits_gives_the_class),
        cmocka_unit_test(a_row_that_is_not_certain_does_not_fit),
        cmocka_unit_test(a_row_wins_over_the_votes),
        cmocka_unit_test(the_weighted_votes_decide_from_the_threshold_on),
        cmocka_unit_test(an_axis_votes_with_the_sign_of_what_is_known),
        cmocka_unit_test(the_weights_sum_to_nine),
        cmocka_unit_test(a_label_may_fit_by_one_article_and_not_by_the_other),
        cmocka_unit_test(no_label_is_judged_without_a_class_or_a_word),
        cmocka_unit_test(the_label_changes_neither_class_nor_score),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
