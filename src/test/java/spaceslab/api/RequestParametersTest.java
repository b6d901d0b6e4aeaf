package spaceslab.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spaceslab.experiment.EveryKind;
import spaceslab.experiment.Notations;
import spaceslab.experiment.ParameterSchema;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request's JSON is read by the grammar of links. */
class RequestParametersTest {
    private static final ParameterSchema<EveryKind> SCHEMA = ParameterSchema.of(EveryKind.class);

    private static EveryKind read(String json) {
        JsonNode body =
                JsonMapper.shared()
                        .reader()
                        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree(json);
        return RequestParameters.read(SCHEMA, body);
    }

    @Test
    void textsAndNumbersInEveryNotationAreTheSame() {
        for (String number : new String[] {"130", "16384", "1000000"}) {
            for (String text : Notations.of(new BigDecimal(number))) {
                String json =
                        JsonMapper.shared().writeValueAsString(Map.of("n", text, "rate", text));
                assertThat(read(json).n()).as(text).isEqualTo(number);
                assertThat(read(json).rate()).as(text).isEqualTo(Double.parseDouble(number));
            }
        }
        assertThat(read("{\"n\": 123456789012345678901234567890.0}").n())
                .isEqualTo("123456789012345678901234567890");
        assertThat(read("{\"n\": 1.5e1, \"sizes\": [2, \"3.0\", \"2^4\"]}").sizes())
                .containsExactly(2, 3, 16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\": [1, 234]}|repeated",
                "{\"rate\": [1, 2]}|repeated",
                "{\"n\": []}|natural",
                "{\"sizes\": [\"1,000\"]}|grouped",
                "{\"sizes\": [\"8,8\", 5]}|grouped",
                "{\"sizes\": [[1]]}|number",
                "{\"n\": 1e999999999}|range",
                "{\"n\": 0.5}|integer",
                "{\"n\": true}|natural",
                "{\"n\": null}|natural",
            })
    void noArrayOrJsonNumberBecomesAnotherNumber(String json, String key) {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> read(json));
        assertThat(refused).as(json).isNotNull();
        assertThat(refused.violations())
                .singleElement()
                .satisfies(v -> assertThat(v.key()).isEqualTo(key));
    }
}
