package spaceslab.base.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what a filter or servlet refused before a page or the API was reached. */
@Controller
class ErrorAnswers implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // nobody asks for this address by hand
        boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int status = isError && code instanceof Integer known && known >= 400 ? known : 404;
        ErrorPage page =
                ErrorPage.of(status, isError && path instanceof String uri ? uri : "", request);
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        SecurityHeaders.set(response, false, request.isSecure());
        response.setStatus(status);
        response.setContentType(page.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
